import { say } from '@/lib/meta';
import { Tag } from '@/ui/Tag';
import { asText, type Shown } from '../values';

export default function Show({ field, value }: Shown) {
  const code = asText(value);
  const choice = field.choices?.find((c) => c.code === code);
  return (
    <Tag seed={code} colour={choice?.color}>
      {choice?.label ? say(choice.label) : code}
    </Tag>
  );
}
