export type StorageArea = 'local' | 'session' | 'sync';

/** The extension's storage, read and written without any code of the extension running. */
export interface ExtensionStorage {
  readStorage(area: StorageArea): Promise<Record<string, unknown>>;
  writeStorage(area: StorageArea, items: Record<string, unknown>): Promise<void>;
}
