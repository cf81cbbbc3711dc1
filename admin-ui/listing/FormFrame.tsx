import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import { CreateBase, Form, SaveButton, useNotify, useRedirect, useResourceContext, type RaRecord } from 'react-admin';
import { useState, type ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import type { z } from 'zod';
import { validateBy, withoutBlanks } from '../connection/field-errors.ts';
import { ProblemAlert } from '../display/ProblemAlert.tsx';
import { PageHead } from '../layout/PageHead.tsx';

interface FormFrameProps {
  title: string;
  about: string;
  listLabel: string;
  schema: z.ZodType;
  defaults?: Record<string, unknown>;
  redirect: 'list' | 'show';
  saveLabel: string;
  /** What is told once the API has said yes. */
  saved: string;
  children: ReactNode;
}

/** A page with one form, checked by the contract that the API checks it by. */
export function FormFrame(props: FormFrameProps) {
  const { title, about, listLabel, schema, defaults, redirect, saveLabel, saved, children } = props;
  const [error, setError] = useState<unknown>(null);
  const resource = useResourceContext() ?? '';
  const notify = useNotify();
  const go = useRedirect();
  const leave = (record: RaRecord) => {
    notify(saved, { type: 'success' });
    go(redirect, resource, record.id);
  };
  return (
    <CreateBase transform={withoutBlanks} mutationOptions={{ onError: setError, onSuccess: leave }}>
      <PageHead title={title} about={about} />
      <Paper variant="outlined" sx={{ maxWidth: 560, p: 3 }}>
        <Form noValidate validate={validateBy(schema)} {...(defaults && { defaultValues: defaults })}>
          <Box sx={{ display: 'grid', gap: 0.5 }}>{children}</Box>
          {error !== null && <ProblemAlert error={error} />}
          <Box sx={{ display: 'flex', gap: 1.5, mt: 2 }}>
            <SaveButton label={saveLabel} alwaysEnable />
            <Button component={RouterLink} to={`/${resource}`}>
              Back to {listLabel}
            </Button>
          </Box>
        </Form>
      </Paper>
    </CreateBase>
  );
}
