import { useQuery } from '@tanstack/react-query';
import { asFile, isPicture } from '@/fields/file/check';
import Show from '@/fields/image/Show';
import { recordQuery } from '@/lib/records';

const called = /\.(png|jpe?g|gif|webp)$/i;

/** A picture that was attached, to be looked at right where it is told of. */
export function Pictured({ attachment, name }: { attachment: string; name: string }) {
  const { data } = useQuery({ ...recordQuery('attachment', attachment), enabled: called.test(name) });
  const file = data?.file ? asFile(data.file) : undefined;
  return file && isPicture(file) && <Show value={file} whole />;
}
