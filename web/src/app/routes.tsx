import { createBrowserRouter, redirect, type LoaderFunctionArgs, type RouteObject } from 'react-router';
import { patient } from '@/lib/lazy';
import { objectsQuery } from '@/lib/meta';
import { queryClient } from '@/lib/query';
import { sessionQuery } from '@/lib/session';
import { Waiting } from '@/ui/Waiting';
import { Failed } from './Failed';

/** Whoever is not signed in goes to the door and comes back to where they wanted to go. */
async function onlySignedIn({ request }: LoaderFunctionArgs) {
  const session = await queryClient.query({ ...sessionQuery, staleTime: 'static' });
  if (session === null) {
    const { pathname, search } = new URL(request.url);
    const to = pathname === '/' ? '' : `?to=${encodeURIComponent(pathname + search)}`;
    return redirect(`/sign-in${to}`);
  }
  await queryClient.query({ ...objectsQuery, staleTime: 'static' });
  return session;
}

/** The pages of the settings; who may not use one is told so by the page around them. */
const settings: RouteObject[] = [
  {
    index: true,
    lazy: patient(async () => ({ Component: (await import('@/features/settings/Settings')).FirstSection })),
  },
  {
    path: 'account',
    lazy: patient(async () => ({
      Component: (await import('@/features/settings/account/AccountPage')).AccountPage,
    })),
  },
  {
    path: 'mailbox',
    lazy: patient(async () => ({
      Component: (await import('@/features/settings/mailbox/MailboxPage')).MailboxPage,
    })),
  },
  {
    path: 'mailbox/:id',
    lazy: patient(async () => ({
      Component: (await import('@/features/settings/mailbox/MailPage')).MailPage,
    })),
  },
  {
    path: 'company',
    lazy: patient(async () => ({
      Component: (await import('@/features/settings/company/CompanyPage')).CompanyPage,
    })),
  },
  {
    path: 'people',
    lazy: patient(async () => ({
      Component: (await import('@/features/settings/people/PeoplePage')).PeoplePage,
    })),
  },
  {
    path: 'departments',
    lazy: patient(async () => ({
      Component: (await import('@/features/settings/people/DepartmentsPage')).DepartmentsPage,
    })),
  },
  {
    path: 'calendars',
    lazy: patient(async () => ({
      Component: (await import('@/features/settings/calendar/CalendarsPage')).CalendarsPage,
    })),
  },
  {
    path: 'roles',
    lazy: patient(async () => ({
      Component: (await import('@/features/settings/roles/RolesPage')).RolesPage,
    })),
  },
  {
    path: 'roles/:role',
    lazy: patient(async () => ({ Component: (await import('@/features/settings/roles/RolePage')).RolePage })),
  },
  {
    path: 'tenants',
    lazy: patient(async () => ({
      Component: (await import('@/features/settings/tenants/TenantsPage')).TenantsPage,
    })),
  },
  {
    path: 'configuration',
    lazy: patient(async () => ({
      Component: (await import('@/features/settings/configuration/ConfigurationPage')).ConfigurationPage,
    })),
  },
  {
    path: 'mails',
    lazy: patient(async () => ({
      Component: (await import('@/features/settings/mails/MailsPage')).MailsPage,
    })),
  },
  {
    path: 'webhooks',
    lazy: patient(async () => ({
      Component: (await import('@/features/settings/webhooks/WebhooksPage')).WebhooksPage,
    })),
  },
  {
    path: 'webhooks/:id',
    lazy: patient(async () => ({
      Component: (await import('@/features/settings/webhooks/WebhookPage')).WebhookPage,
    })),
  },
  {
    path: 'bin',
    lazy: patient(async () => ({ Component: (await import('@/features/settings/bin/BinPage')).BinPage })),
  },
  {
    path: 'flows',
    lazy: patient(async () => ({
      Component: (await import('@/features/flow/list/FlowsPage')).FlowsPage,
    })),
  },
  {
    path: 'processes',
    lazy: patient(async () => ({
      Component: (await import('@/features/flow/process/ProcessesPage')).ProcessesPage,
    })),
  },
  {
    path: 'objects',
    lazy: patient(async () => ({
      Component: (await import('@/features/settings/objects/ObjectsPage')).ObjectsPage,
    })),
  },
  {
    path: 'objects/:object',
    lazy: patient(async () => ({
      Component: (await import('@/features/settings/objects/ObjectPage')).ObjectPage,
    })),
  },
  {
    path: 'objects/:object/layout',
    lazy: patient(async () => ({
      Component: (await import('@/features/settings/layout/LayoutPage')).LayoutPage,
    })),
  },
];

/** The pages of one flow and of one process, which have the whole width. */
const flows: RouteObject[] = [
  {
    path: 'settings/processes/:id',
    lazy: patient(async () => ({
      Component: (await import('@/features/flow/process/ProcessPage')).ProcessPage,
    })),
  },
  {
    path: 'settings/flows/new',
    lazy: patient(async () => ({
      Component: (await import('@/features/flow/design/DesignPage')).NewFlowPage,
    })),
  },
  {
    path: 'settings/flows/:id',
    lazy: patient(async () => ({
      Component: (await import('@/features/flow/design/DesignPage')).DesignPage,
    })),
  },
  {
    path: 'settings/flows/:id/runs',
    lazy: patient(async () => ({
      Component: (await import('@/features/flow/runs/RunsPage')).RunsPage,
    })),
  },
  {
    path: 'settings/flows/:id/runs/:run',
    lazy: patient(async () => ({
      Component: (await import('@/features/flow/runs/RunPage')).RunPage,
    })),
  },
];

export const router = createBrowserRouter([
  {
    path: '/sign-in',
    lazy: patient(async () => ({ Component: (await import('./SignIn')).SignIn })),
    hydrateFallbackElement: <Waiting />,
  },
  {
    path: '/decide',
    lazy: patient(async () => ({ Component: (await import('@/features/decide/DecidePage')).DecidePage })),
    errorElement: <Failed />,
    hydrateFallbackElement: <Waiting />,
  },
  {
    id: 'shell',
    path: '/',
    lazy: patient(async () => ({ Component: (await import('./Shell')).Shell })),
    loader: onlySignedIn,
    shouldRevalidate: () => false,
    errorElement: <Failed />,
    hydrateFallbackElement: <Waiting />,
    children: [
      { index: true, loader: () => redirect('/today') },
      {
        errorElement: <Failed />,
        children: [
          {
            path: 'import',
            lazy: patient(async () => ({
              Component: (await import('@/features/import/history/HistoryPage')).HistoryPage,
            })),
          },
          {
            path: 'import/new',
            lazy: patient(async () => ({
              Component: (await import('@/features/import/wizard/NewImport')).NewImport,
            })),
          },
          {
            path: 'import/:id',
            lazy: patient(async () => ({
              Component: (await import('@/features/import/wizard/Wizard')).Wizard,
            })),
          },
          {
            path: 'today',
            lazy: patient(async () => ({
              Component: (await import('@/features/today/TodayPage')).TodayPage,
            })),
          },
          {
            path: 'cockpit',
            lazy: patient(async () => ({
              Component: (await import('@/features/cockpit/CockpitPage')).CockpitPage,
            })),
          },
          {
            path: 'messages',
            lazy: patient(async () => ({
              Component: (await import('@/features/messages/MessagesPage')).MessagesPage,
            })),
          },
          {
            path: 'approvals',
            lazy: patient(async () => ({
              Component: (await import('@/features/approvals/ApprovalsPage')).ApprovalsPage,
            })),
          },
          { path: 'me', lazy: patient(async () => ({ Component: (await import('./MePage')).MePage })) },
          ...flows,
          {
            path: 'settings',
            lazy: patient(async () => ({
              Component: (await import('@/features/settings/Settings')).Settings,
            })),
            children: settings,
          },
          {
            path: ':object',
            lazy: patient(async () => ({
              Component: (await import('@/records/list/page/ListPage')).ListPage,
            })),
          },
          {
            path: ':object/:id',
            lazy: patient(async () => ({
              Component: (await import('@/records/page/RecordPage')).RecordPage,
            })),
          },
          { path: '*', element: <Failed missing /> },
        ],
      },
    ],
  },
]);
