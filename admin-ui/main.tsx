import './no-eval.ts';
import { CacheProvider } from '@emotion/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { adoptedStyles } from './adopted-styles.ts';
import { Console } from './Console.tsx';

const place = document.getElementById('console');
if (place === null) throw new Error('the page has no place for the console');

createRoot(place).render(
  <StrictMode>
    <CacheProvider value={adoptedStyles()}>
      <Console />
    </CacheProvider>
  </StrictMode>,
);
