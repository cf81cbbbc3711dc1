import './no-eval.ts';
import './installation/opened-link.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { Appearance } from './appearance/Appearance.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');

createRoot(root).render(
  <StrictMode>
    <Appearance>
      <App />
    </Appearance>
  </StrictMode>,
);
