import { expect, it } from 'vitest';
import type { ScenarioName } from '../playground/scenarios';
import { useTab } from './support/playground';

const tab = useTab({ viewport: { width: 380, height: 600 }, timezoneId: 'UTC' });

/** What a screen reader meets in a part of the page, in its order; of each choice only what is chosen, no empty place. */
async function treeOf(scenario: ScenarioName, part = 'main'): Promise<string> {
  await tab.show({ scenario });
  const tree = await tab.page.locator(part).first().ariaSnapshot();
  return tree.replace(/^ *- (?:option "[^"]*"|paragraph)\n/gm, '');
}

it('signed out: a title, what it is for, one button, and the way to the settings', async () => {
  expect(await treeOf('signed-out')).toMatchInlineSnapshot(`
    "- main:
      - heading "Your languages, on your profile" [level=1]
      - paragraph: Colleagues find you by the languages you speak. Keep them right in ten seconds.
      - button "Sign in"
      - button "Settings"
      - paragraph: Reads and changes your own profile only, and talks to nobody but Microsoft."
  `);
});

it('the list: who, the search, a row per language with its level and details, suggestions, the status', async () => {
  expect(await treeOf('by-hand')).toMatchInlineSnapshot(`
    "- main:
      - heading "Profile Languages" [level=1]
      - text: Ada Lindqvist Contoso · ada@contoso.example
      - button "Account and settings"
      - search:
        - combobox "Add a language"
      - list "Your languages":
        - listitem "Norwegian Bokmål":
          - button "Move Norwegian Bokmål"
          - text: Norwegian Bokmål nb-NO · norsk bokmål
          - combobox "Level of Norwegian Bokmål":
            - option "Native or bilingual" [selected]
          - button "Details of Norwegian Bokmål"
        - listitem "German":
          - button "Move German"
          - text: German
          - img "preferred for contact": ★
          - text: de-DE · Deutsch
          - combobox "Level of German":
            - option "Professional working · C1" [selected]
          - button "Details of German" [expanded]
          - group "Details of German":
            - paragraph: "Most work: discussions, reports, presentations."
            - combobox "Speaking of German":
              - option "Professional working · C1" [selected]
            - combobox "Reading of German":
              - option "Professional working · C1" [selected]
            - combobox "Writing of German":
              - option "Professional working · C1" [selected]
            - combobox "Who can see German":
              - option "Everyone in Contoso" [selected]
            - 'checkbox "Prefer to be contacted in this: German" [checked]'
            - text: "Prefer to be contacted in this A note to yourself: Microsoft 365 has no place for it."
            - button "Move up"
            - button "Move down"
            - text: Added by you, March 11, 2024
            - button "Remove German": Remove
        - listitem "العربية":
          - button "Move العربية"
          - text: العربية ar-EG · Arabic
          - combobox "Level of العربية":
            - option "Limited working · B2" [selected]
          - button "Details of العربية"
        - listitem "日本語":
          - button "Move 日本語"
          - text: 日本語 ja-JP · Japanese
          - combobox "Level of 日本語":
            - option "Conversational · B1" [selected]
          - button "Details of 日本語"
        - listitem "British Sign Language":
          - button "Move British Sign Language"
          - text: British Sign Language bfi
          - combobox "Level of British Sign Language":
            - option "Elementary · A2" [selected]
          - button "Details of British Sign Language"
        - listitem "English":
          - button "Move English"
          - text: English en-US Set by your organisation
          - button "Details of English"
      - group "Suggestions":
        - button "Add Catalan": Catalan
        - button "Do not suggest Catalan": ×
      - status: Saved to Microsoft 365"
  `);
});

it('details: every choice named by what it is of', async () => {
  expect(await treeOf('nearly-the-same', '[id^="details-"]')).toMatchInlineSnapshot(`
    "- group "Details of Norwegian":
      - paragraph: "Nearly the same is on your profile: Norwegian Bokmål, Native or bilingual."
      - button "Remove this one"
      - button "Keep both"
      - paragraph: "Most work: discussions, reports, presentations."
      - combobox "Speaking of Norwegian":
        - option "Professional working · C1" [selected]
      - combobox "Reading of Norwegian":
        - option "Professional working · C1" [selected]
      - combobox "Writing of Norwegian":
        - option "Professional working · C1" [selected]
      - combobox "Who can see Norwegian":
        - option "Everyone in Contoso" [selected]
      - 'checkbox "Prefer to be contacted in this: Norwegian"'
      - text: "Prefer to be contacted in this A note to yourself: Microsoft 365 has no place for it. Added by you, March 11, 2024"
      - button "Remove Norwegian": Remove"
  `);
});

it('a search: the box, what was found, how much it is', async () => {
  expect(await treeOf('search-finds', 'search')).toMatchInlineSnapshot(`
    "- search:
      - combobox "Add a language" [expanded]: nor
      - listbox "Languages that match":
        - option "Norwegian Bokmål norsk bokmål already on your profile" [selected]:
          - mark: Nor
          - text: wegian Bokmål norsk bokmål already on your profile
        - option "North Ndebele isiNdebele nd-ZW":
          - mark: Nor
          - text: th Ndebele isiNdebele nd-ZW
        - option "Norwegian Nynorsk norsk nynorsk nn-NO":
          - mark: Nor
          - text: wegian Nynorsk norsk nynorsk nn-NO
        - option "Norwegian norsk like Norwegian Bokmål on your profile":
          - mark: Nor
          - text: wegian norsk like Norwegian Bokmål on your profile
        - option "Northern Sami davvisámegiella se-NO":
          - mark: Nor
          - text: thern Sami davvisámegiella se-NO
        - option "Northern Frisian Nordfriisk frr-DE":
          - mark: Nor
          - text: thern Frisian Nordfriisk frr-DE
        - option "Northern Kurdish kurmancî kmr-TR":
          - mark: Nor
          - text: thern Kurdish kurmancî kmr-TR
        - option "Northern Luri لۊری شومالی lrc-IR":
          - mark: Nor
          - text: thern Luri لۊری شومالی lrc-IR
        - option "Norwegian Sign Language norsk tegnspråk nsl":
          - mark: Nor
          - text: wegian Sign Language norsk tegnspråk nsl
        - option "Northern Sotho Sesotho sa Leboa nso-ZA":
          - mark: Nor
          - text: thern Sotho Sesotho sa Leboa nso-ZA
        - option "Northern East Cree crl-CA":
          - mark: Nor
          - text: thern East Cree crl-CA
        - option "Northwestern Ojibwa ojb-CA":
          - mark: Nor
          - text: thwestern Ojibwa ojb-CA
        - option "Northern Tutchone ttm-CA":
          - mark: Nor
          - text: thern Tutchone ttm-CA
        - option "Old Norse non-SE":
          - text: Old
          - mark: Nor
          - text: se non-SE
      - paragraph: 14 languages found"
  `);
});

it('an edit that waits for the person: why, and what can be done', async () => {
  expect(await treeOf('changed-elsewhere', 'li:has(p)')).toMatchInlineSnapshot(`
    "- listitem "German":
      - text: German de-DE · levels differ
      - combobox "Level of German":
        - option "Full professional · C2" [selected]
      - button "Details of German"
      - paragraph: "Changed elsewhere to Elementary. Yours: Full professional."
      - paragraph: "There: Jul 6, 2026, 6:34 AM. Here: Jul 6, 2026, 8:05 AM."
      - button "Keep mine"
      - button "Use theirs""
  `);
});

it('guesses and suggestions: each with what can be done', async () => {
  expect(await treeOf('guesses', '[role=group]')).toMatchInlineSnapshot(`
    "- group "Suggestions":
      - text: Microsoft suggests Danish 80% sure
      - button "Confirm Danish": Confirm
      - button "Dismiss Danish": Dismiss
      - text: Microsoft suggests Swedish
      - button "Confirm Swedish": Confirm
      - button "Dismiss Swedish": Dismiss
      - button "Add Catalan": Catalan
      - button "Do not suggest Catalan": ×"
  `);
});
