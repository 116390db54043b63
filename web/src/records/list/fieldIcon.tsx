import {
  AtSign,
  Calendar,
  CaseSensitive,
  CircleDot,
  Clock,
  Coins,
  FileText,
  Globe,
  Hash,
  Image,
  Link2,
  ListChecks,
  ListOrdered,
  MapPin,
  Network,
  Paperclip,
  Percent,
  Phone,
  Star,
  Tags,
  ToggleLeft,
  UserRound,
  type LucideIcon,
} from 'lucide-react';

const icons: Record<string, LucideIcon> = {
  address: MapPin,
  auto_number: ListOrdered,
  boolean: ToggleLeft,
  choice: CircleDot,
  date: Calendar,
  datetime: Clock,
  decimal: Hash,
  department: Network,
  email: AtSign,
  file: Paperclip,
  image: Image,
  integer: Hash,
  link: Link2,
  long_text: FileText,
  money: Coins,
  multi_choice: ListChecks,
  percent: Percent,
  phone: Phone,
  rating: Star,
  region: MapPin,
  rich_text: FileText,
  tags: Tags,
  url: Globe,
  user: UserRound,
};

/** A sign for the type of a field. */
export function FieldIcon({ type }: { type: string }) {
  const Icon = icons[type] ?? CaseSensitive;
  return <Icon size={16} strokeWidth={1.5} aria-hidden />;
}
