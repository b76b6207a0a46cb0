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
import * as texts from './texts.ts'
import { useSettings } from './useSettings.ts'

/** The settings. Each change takes effect at once. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const settings = useSettings()
  const groups = useRef<HTMLDivElement>(null)
  // The browser would focus the first radio button of the group, checked or not.
  useLayoutEffect(() => groups.current?.querySelector<HTMLElement>(':checked')?.focus(), [])
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <div ref={groups} className="mt-4 space-y-5">
        <RadioGroup name="theme" settings={settings} />
        <RadioGroup name="text" settings={settings} about={texts.aboutText} />
        <RadioGroup name="density" settings={settings} />
        <RadioGroup name="abstract" settings={settings} about={texts.aboutAbstract} />
        <Switch name="keys" settings={settings} about={texts.aboutKeys} />
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

function change(settings: Settings): void {
  const wereStored = areSettingsStored()
  changeSettings(settings)
  if (wereStored && !areSettingsStored()) announce(texts.notStored)
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
          // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox has its own state
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
        {areSettingsStored() ? texts.stored : texts.notStored}
      </p>
      <button
        type="button"
        aria-disabled={isDefault}
        className="target border border-edge px-3 py-1 text-ink hover:bg-sheet aria-disabled:text-soft"
        onClick={() => {
          if (isDefault) return
          change(DEFAULT_SETTINGS)
          announce(texts.areDefaults)
        }}
      >
        {texts.reset}
      </button>
    </div>
  )
}
