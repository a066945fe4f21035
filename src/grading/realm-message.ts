// Parses what a realm sends: the student's code lives there and may have written any message itself.
import {
  isConsoleLine,
  isEvidence,
  isListOf,
  isLocationOrNull,
  isThrownEvidence,
} from '../evidence/is-evidence.ts';
import type { RealmMessage } from '../realm/protocol.ts';

/** A message that the host can trust in form, never in content; `null` for anything else. */
export function parseRealmMessage(data: unknown): RealmMessage | null {
  return isRecord(data) && isRealmMessage(data) ? (data as RealmMessage) : null;
}

function isRealmMessage(data: Record<string, unknown>): boolean {
  switch (data.type) {
    case 'ready':
    case 'idle':
      return true;
    case 'console':
      return isListOf(data.lines, isConsoleLine);
    case 'ended':
      return isRecord(data.ending) && isOwnEnding(data.ending);
    default:
      return typeof data.id === 'number' && isReply(data);
  }
}

function isOwnEnding(ending: Record<string, unknown>): boolean {
  switch (ending.reason) {
    case 'crashed':
      return isThrownEvidence(ending.thrown);
    case 'exited':
      return typeof ending.code === 'number' && isLocationOrNull(ending.location);
    case 'deadline':
      return typeof ending.milliseconds === 'number' && isLocationOrNull(ending.location ?? null);
    default:
      return ending.reason === 'flood';
  }
}

function isReply(data: Record<string, unknown>): boolean {
  switch (data.type) {
    case 'loaded':
      return isRecord(data.outcome) && isLoadOutcome(data.outcome);
    case 'called':
      return isListOf(data.outcomes, isOutcome);
    case 'probed':
      return isEvidence(data.evidence);
    case 'time':
      return typeof data.now === 'number';
    case 'refused':
      return typeof data.message === 'string';
    default:
      return data.type === 'pong';
  }
}

function isOutcome(outcome: unknown): boolean {
  if (!isRecord(outcome) || !isListOf(outcome.argumentsAfter, isEvidence)) return false;
  switch (outcome.status) {
    case 'returned':
      return typeof outcome.wasPromise === 'boolean' && isEvidence(outcome.value);
    case 'thrown':
      return isThrownEvidence(outcome.thrown);
    default:
      return outcome.status === 'unsettled';
  }
}

function isLoadOutcome(outcome: Record<string, unknown>): boolean {
  switch (outcome.status) {
    case 'loaded':
      return areNamesByModule(outcome.exports) && areNamesByModule(outcome.functions);
    case 'syntax':
      return typeof outcome.message === 'string' && isLocationOrNull(outcome.location);
    case 'missing-export':
      return typeof outcome.name === 'string' && isFailedImport(outcome);
    case 'missing-import':
    case 'forbidden-import':
      return isFailedImport(outcome);
    case 'cycle':
      return areTexts(outcome.files);
    case 'thrown':
      return isThrownEvidence(outcome.thrown);
    default:
      return false;
  }
}

function isFailedImport(outcome: Record<string, unknown>): boolean {
  return (
    typeof outcome.specifier === 'string' &&
    typeof outcome.from === 'string' &&
    isLocationOrNull(outcome.location)
  );
}

function areNamesByModule(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every(areTexts);
}

function areTexts(value: unknown): boolean {
  return isListOf(value, (item) => typeof item === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
