import english from 'antd/locale/en_US';
import chinese from 'antd/locale/zh_CN';
import type { Language } from './i18n';

type Locale = typeof english;

/** What antd says by itself. */
export const locales: Record<Language, Locale> = { 'zh-CN': chinese, en: english };
