/** The words for something a reader can choose, and for its values. */
interface Setting {
  label: string
  /** The value where nothing was chosen. */
  byDefault: string
  /** All values with their names, in the order to show them. */
  values: Readonly<Record<string, string>>
}

/**
 * Settings of readers. Each is an attribute of the page, `data-theme="dark"`, absent for the default; styles follow it.
 * The boot script sets them before anything is painted.
 */
export const SETTINGS = {
  theme: {
    label: 'Colours',
    byDefault: 'system',
    values: { system: 'As the system', light: 'Light', dark: 'Dark' },
  },
  text: {
    label: 'Text size',
    byDefault: 'normal',
    values: { small: 'Small', normal: 'Normal', large: 'Large', larger: 'Very large' },
  },
  density: {
    label: 'Density',
    byDefault: 'comfortable',
    values: { comfortable: 'Comfortable', tight: 'Tight' },
  },
  abstract: {
    label: 'Abstracts on cards',
    byDefault: '3',
    values: { '0': 'None', '1': 'One line', '3': 'Three lines', '6': 'Six lines' },
  },
  keys: {
    label: 'Single-key shortcuts',
    byDefault: 'on',
    values: { on: 'On', off: 'Off' },
  },
} as const satisfies Record<string, Setting>

export type SettingName = keyof typeof SETTINGS
/** One value for each; values come from the table, wherever they were read. */
export type Settings = Readonly<Record<SettingName, string>>

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[]

export const settingOf = (name: SettingName): Setting => SETTINGS[name]

export const isSettingValue = (name: SettingName, value: unknown): value is string =>
  typeof value === 'string' && Object.keys(SETTINGS[name].values).includes(value)

/** Takes of anything that names settings what is sound; the default for all others. */
export function settingsIn(named: Readonly<Record<string, unknown>>): Settings {
  const soundOf = (name: SettingName): string => {
    const value = named[name]
    return isSettingValue(name, value) ? value : SETTINGS[name].byDefault
  }
  return Object.fromEntries(SETTING_NAMES.map(name => [name, soundOf(name)])) as Settings
}

export const DEFAULT_SETTINGS = /* @__PURE__ */ settingsIn({})

/** Settings that differ from the default. */
export const chosenIn = (settings: Settings): Partial<Settings> =>
  Object.fromEntries(
    SETTING_NAMES.filter(name => settings[name] !== settingOf(name).byDefault).map(name => [
      name,
      settings[name],
    ]),
  )
