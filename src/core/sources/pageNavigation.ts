import { collapseSpace, fold } from '../text/text.ts'

/** Lines of the site's own that stand before and after the list of papers. Compared without case and spaces. */
const NAVIGATION = new Set(
  [
    ...[
      'new',
      'Get trending papers in your email inbox!',
      'Get trending papers in your email inbox once a day!',
    ],
    ...['Subscribe', 'Daily Papers', 'by AK and the research community', 'Daily', 'Weekly', 'Monthly'],
    ...['Trending Papers', 'Trending', 'Previous', 'Next', 'Log In', 'Sign Up', 'Hugging Face', 'Papers'],
    ...[
      'System theme',
      'Company',
      'TOS',
      'Privacy',
      'About',
      'Careers',
      'Jobs',
      'Website',
      'Models',
      'Datasets',
    ],
    ...['Spaces', 'Buckets', 'Community', 'Docs', 'Enterprise', 'Pricing', 'Inference Providers'],
    ...['© Hugging Face', 'View all activity', 'Search papers', 'Upvote', 'Submitted by', 'Load more'],
  ].map(nameOf),
)

function nameOf(line: string): string {
  return fold(collapseSpace(line)).replaceAll(' ', '')
}

export const isNavigation = (line: string): boolean => line.length < 80 && NAVIGATION.has(nameOf(line))
