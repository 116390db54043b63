import { answered, api, type Schemas } from './api';

export type StoredFile = Schemas['File'];

/** Stores a file, whose id is then written into a file field. */
export async function upload(file: File): Promise<StoredFile> {
  const body = new FormData();
  body.set('file', file, file.name);
  return await answered(
    api.POST('/api/v1/files', {
      body: body as never, // the client would write the parts as JSON
      bodySerializer: (form: unknown) => form as FormData,
    }),
  );
}

export const fileUrl = (id: string): string => `/api/v1/files/${id}`;
