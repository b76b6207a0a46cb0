import { useId, useLayoutEffect, useRef } from 'react'
import {
  chosenIn,
  DEFAULT_SETTINGS,
  SETTINGS,
  type SettingName,
  type Settings,
  settingOf,
} from '#core/site/settings.ts'
import { areSettingsStored, changeSettings } from '../io/settings.ts'
import { announce } from '../ui/Announcer.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useSettings } from './useSettings.ts'

/** How the pages look and hear keys. Each change is made at once. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const settings = useSettings()
  const groups = useRef<HTMLDivElement>(null)
  // Of a group the browser would focus the first button, chosen or not.
  useLayoutEffect(() => groups.current?.querySelector<HTMLElement>(':checked')?.focus(), [])
  return (
    <Dialog title="Settings" onClose={onClose}>
      <div ref={groups} className="mt-4 space-y-5">
        <RadioGroup name="theme" settings={settings} />
        <RadioGroup name="text" settings={settings} about="On top of the size your browser is set to." />
        <RadioGroup name="density" settings={settings} />
        <RadioGroup name="abstract" settings={settings} about="The layout “Full” shows them whole." />
        <Switch name="keys" settings={settings} about="Keys that do something without Control or Command." />
      </div>
      <Foot settings={settings} />
    </Dialog>
  )
}

interface Props {
  name: SettingName
  settings: Settings
  about?: string
}

const NOT_STORED =
  'Your browser stores nothing for this site: the settings are kept until this page is closed.'

function change(settings: Settings): void {
  const wereStored = areSettingsStored()
  changeSettings(settings)
  if (wereStored && !areSettingsStored()) announce(NOT_STORED)
}

const choose = (settings: Settings, name: SettingName, value: string): void =>
  change({ ...settings, [name]: value })

function RadioGroup({ name, settings, about }: Props) {
  const { label, values } = settingOf(name)
  const hint = useId()
  return (
    <fieldset aria-describedby={about && hint}>
      <legend className="font-semibold">{label}</legend>
      <div className="flex flex-wrap gap-x-5">
        {Object.entries(values).map(([value, words]) => (
          <label key={value} className="target inline-flex items-center gap-2">
            <input
              type="radio"
              name={name}
              value={value}
              checked={settings[name] === value}
              onChange={() => choose(settings, name, value)}
              className="size-4"
            />
            {words}
          </label>
        ))}
      </div>
      {about && (
        <p id={hint} className="text-sm text-soft">
          {about}
        </p>
      )}
    </fieldset>
  )
}

function Switch({ name, settings, about }: Props) {
  const hint = useId()
  return (
    <div>
      <label className="target inline-flex items-center gap-2 font-semibold">
        <input
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox says by itself whether it is on
          role="switch"
          checked={settings[name] === 'on'}
          aria-describedby={hint}
          onChange={event => choose(settings, name, event.currentTarget.checked ? 'on' : 'off')}
          className="size-4"
        />
        {SETTINGS[name].label}
      </label>
      <p id={hint} className="text-sm text-soft">
        {about}
      </p>
    </div>
  )
}

function Foot({ settings }: { settings: Settings }) {
  const isDefault = Object.keys(chosenIn(settings)).length === 0
  return (
    <div className="mt-6 space-y-3 border-t border-rule pt-4 text-sm text-soft">
      <p className={areSettingsStored() ? '' : 'text-warn'}>
        {areSettingsStored() ? 'Kept in this browser only, for all of its tabs.' : NOT_STORED}
      </p>
      <button
        type="button"
        aria-disabled={isDefault}
        className="target border border-edge px-3 py-1 text-ink hover:bg-sheet aria-disabled:text-soft"
        onClick={() => {
          if (isDefault) return
          change(DEFAULT_SETTINGS)
          announce('All settings are at their defaults')
        }}
      >
        Reset to the defaults
      </button>
    </div>
  )
}
