import { asText, type Shown } from '../values';

const words = (html: string) => new DOMParser().parseFromString(html, 'text/html').body.textContent;

/** Its words; how it is laid out belongs to the page that shows it whole. */
export default function Show({ value }: Shown) {
  return <>{words(asText(value))}</>;
}
