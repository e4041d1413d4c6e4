import { useEffect, useState } from 'preact/hooks';
import type { CloudName } from '../identity/clouds';
import type { TenantAnswer } from '../identity/tenant-answer';
import type { TenantCheck } from '../storage/tenant-check';
import { word } from '../ui/words';
import { cloudWord } from './cloud-word';
import styles from './TenantNote.module.css';

/** Longer than the worker waits for Microsoft: then the worker itself does not answer. */
const ANSWER_LIMIT_MS = 20_000;

const LATE: TenantAnswer = { outcome: 'late' };

export interface TenantNoteProps {
  readonly check: TenantCheck;
  /** True where the organisation has set the cloud. */
  readonly isCloudPrescribed: boolean;
  readonly onUseCloud: (cloud: CloudName) => void;
}

/** What is known of the tenant before anybody signs in, and what can be done about it. */
export function TenantNote({ check, isCloudPrescribed, onUseCloud }: TenantNoteProps) {
  const isLate = useIsLate(check);
  const answer = check.answer ?? (isLate ? LATE : null);
  if (answer === null) return <p>{word('tenantChecking')}</p>;
  const other = answer.outcome === 'other-cloud' ? answer.cloud : null;
  return (
    <div class={styles['note']}>
      <p data-tenant={answer.outcome}>{answerWords(answer, check.tenant)}</p>
      {other !== null && !isCloudPrescribed && (
        <button
          type="button"
          class="button"
          onClick={() => {
            onUseCloud(other);
          }}
        >
          {word('useCloud', cloudWord(other))}
        </button>
      )}
    </div>
  );
}

function answerWords(answer: TenantAnswer, tenant: string): string {
  switch (answer.outcome) {
    case 'found': {
      const { tenantId, region } = answer;
      if (tenant === tenantId) return word('tenantFound');
      return region === null ? word('tenantFoundAs', tenantId) : word('tenantFoundIn', tenantId, region);
    }
    case 'other-cloud':
      return answer.cloud === null
        ? word('tenantOfUnnamedCloud')
        : word('tenantOfOtherCloud', cloudWord(answer.cloud));
    case 'unknown':
      return word('tenantUnknown');
    case 'offline':
      return word('failOffline');
    case 'late':
      return word('tenantLate');
    case 'unavailable':
      return word('tenantUnavailable');
  }
}

/** True once nobody has answered that question for long. */
function useIsLate({ askedAtMs, answer }: TenantCheck): boolean {
  const [lateAskedAtMs, setLate] = useState<number | null>(null);
  useEffect(() => {
    if (answer !== null) return;
    const timer = setTimeout(() => {
      setLate(askedAtMs);
    }, ANSWER_LIMIT_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [askedAtMs, answer === null]);
  return lateAskedAtMs === askedAtMs;
}
