import '@fontsource-variable/inter/wght.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { startSpeaking } from './lib/i18n';
import { neverStale } from './lib/leave';
import { signStyles } from './lib/nonce';
import { followSystem } from './ui/look';

neverStale();
signStyles();
followSystem();
await startSpeaking();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
