import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import { Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';
import { locales } from '@/lib/antdLocale';
import { language } from '@/lib/i18n';
import { nonce } from '@/lib/nonce';
import { queryClient } from '@/lib/query';
import { useMode } from '@/ui/look';
import { antdTheme } from '@/ui/theme';
import { Toasts } from '@/ui/toast';
import { Turning } from '@/ui/Turning';
import { useNarrow } from '@/ui/useNarrow';
import { Waiting } from '@/ui/Waiting';
import { router } from './routes';

/** Theme, language and data around all pages. */
export function App() {
  const mode = useMode();
  const narrow = useNarrow();
  const theme = useMemo(() => antdTheme(mode, narrow), [mode, narrow]);
  useTranslation(); // draws anew when the language changes
  return (
    <ConfigProvider
      theme={theme}
      locale={locales[language()]}
      csp={{ nonce }}
      button={{ autoInsertSpace: false, loadingIcon: <Turning /> }}
    >
      <QueryClientProvider client={queryClient}>
        <Suspense fallback={<Waiting />}>
          <RouterProvider router={router} />
        </Suspense>
        <Toasts />
      </QueryClientProvider>
    </ConfigProvider>
  );
}
