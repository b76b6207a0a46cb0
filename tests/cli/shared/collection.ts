/** Invented documents and judged queries. */
export const DOCUMENTS = [
  [
    '1',
    'Entropy Regularised Policy Gradients for Reasoning',
    'Rewards that can be verified train reasoning models.',
  ],
  ['2', 'Sparse Attention Kernels without Regret', 'We cache keys and values of attention layers.'],
  ['3', 'Watermarking Synthetic Speech Robustly', 'Audio codecs carry marks that survive compression.'],
  ['4', 'Tokenizers Learned from Bytes Directly', 'A byte level model needs no vocabulary.'],
  ['5', 'Diffusion Planning for Household Robots', 'Robots plan their motion by denoising.'],
  ['6', 'Retrieval Augmented Theorem Proving', 'Premises are retrieved before proofs are searched.'],
  ['7', 'Quantised Gradients Shrink Training Traffic', 'Compression of gradients between machines.'],
].map(([id, title, abstract]) => ({ id, title, abstract, publishedAt: `2025-0${id}-01` }))

export const QUERIES = [
  { id: 'q1', text: 'training reasoning models with rewards that are verified' },
  { id: 'q2', text: 'how do robots plan?' },
  { id: 'q3', text: 'nobody judged this' },
]

export const QRELS = 'query\tdoc\tgrade\nq1\t1\t3\nq1\t7\t1\nq2\t5\t2\nq2\t2\t0\nq2\tgone\t1\n'

export const lines = (values: readonly unknown[]): string =>
  values.map(value => `${JSON.stringify(value)}\n`).join('')
