export type StorageArea = 'local' | 'session' | 'sync';

/** The extension's storage, read and written without any code of the extension running. */
export interface ExtensionStorage {
  readStorage(area: StorageArea): Promise<Items>;
  writeStorage(area: StorageArea, items: Items): Promise<void>;
  /** Writes what `change` makes of all that is there. To be called while the background is stopped: it reads, then writes. */
  changeStorage(area: StorageArea, change: (items: Items) => Items): Promise<void>;
}

type Items = Record<string, unknown>;
