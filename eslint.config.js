import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

/** Which folders a folder may import from (design.md, "The house"). Whoever is not listed may import from anywhere but the pages. */
const layers = {
  domain: [],
  contracts: ['domain'],
  store: ['domain', 'contracts'],
  workflows: ['domain'],
  temporal: ['contracts'],
  activities: ['domain', 'contracts', 'store', 'workflows'],
  worker: ['domain', 'contracts', 'store', 'workflows', 'activities', 'temporal'],
  api: ['domain', 'contracts', 'store', 'workflows', 'temporal', 'activities/mail'],
  'device-sdk': ['domain', 'contracts'],
  portal: ['domain', 'contracts'],
  'admin-ui': ['domain', 'contracts'],
  authenticator: ['domain', 'contracts', 'device-sdk'],
};
const folders = [...Object.keys(layers), 'embedded', 'demo', 'bench', 'tests'];

function layer([folder, allowed]) {
  const mayNot = folders.filter((other) => other !== folder && !allowed.some((one) => one === other));
  const group = mayNot.flatMap((other) => {
    const open = allowed.filter((one) => one.startsWith(`${other}/`)).map((one) => `!**/../${one}`);
    return open.length === 0 ? [`**/../${other}/**`] : [`**/../${other}/*`, ...open];
  });
  return {
    files: [`${folder}/**/*.{ts,tsx}`],
    ignores: ['**/*.test.{ts,tsx}', '**/testing/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group, message: `${folder}/ may import from ${allowed.join(', ') || 'nothing'} only.` },
            ...(['domain', 'workflows'].includes(folder)
              ? [{ group: ['node:*', 'mongodb', 'zod', 'hono'], message: 'No I/O, no framework here.' }]
              : []),
          ],
        },
      ],
    },
  };
}

export default defineConfig(
  { ignores: ['node_modules', 'dist', '.cache', '.latchkey', 'coverage'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...ts.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  { files: ['**/*.tsx'], plugins: { 'react-hooks': hooks }, rules: hooks.configs.recommended.rules },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    files: ['embedded/**', 'demo/**', 'bench/**', 'api/commands/**', 'tests/**', 'scripts/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
  {
    // A resource file is a table of operations: the function that registers it is as long as the table.
    files: ['api/**', 'activities/recoveries.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 75, skipBlankLines: true, skipComments: true }] },
  },
  ...Object.entries(layers).map(layer),
);
