import { type Order, ORDERS } from '../storage/preferences';
import { type Word, word } from '../ui/words';
import styles from './OrderChoice.module.css';
import type { PopupState } from './popup-state';
import { prefer } from './prefer';

export interface OrderChoiceProps {
  readonly state: PopupState;
}

const ORDER_WORDS: Readonly<Record<Order, Word>> = {
  added: 'order_added',
  level: 'order_level',
  name: 'order_name',
  hand: 'order_hand',
};

/** How the list stands. */
export function OrderChoice({ state }: OrderChoiceProps) {
  const { order: chosen, places } = state.preferences.value;

  function choose(order: Order): void {
    // By hand it begins as it stands.
    const isBegun = order !== 'hand' || places.length > 0;
    prefer(state, ({ placedAtMs }, timeAfter) => ({
      order,
      places: isBegun ? places : state.lines.value.map(({ ref }) => ref),
      placedAtMs: timeAfter(placedAtMs),
    }));
  }

  return (
    <fieldset class={styles['order']}>
      <legend>{word('order')}</legend>
      {ORDERS.map((order) => (
        <label key={order}>
          <input
            type="radio"
            name="order"
            value={order}
            checked={chosen === order}
            onChange={({ currentTarget }) => {
              choose(order);
              // Shows what is kept: the choice comes back with it, or not at all where it could not be stored.
              const shown = currentTarget.closest('fieldset')?.querySelector(`[value=${chosen}]`);
              if (shown instanceof HTMLInputElement) shown.checked = true;
            }}
          />
          {word(ORDER_WORDS[order])}
        </label>
      ))}
    </fieldset>
  );
}
