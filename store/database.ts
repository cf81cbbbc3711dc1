import { MongoClient, WriteConcern, type ClientSession, type Collection, type Db } from 'mongodb';
import type {
  AccountDoc,
  AuditDoc,
  BindingDoc,
  CertificateDoc,
  DeviceDoc,
  LetterDoc,
  MailDoc,
  RecoveryDoc,
  SealDoc,
  ServiceDoc,
  TokenDoc,
} from './documents.ts';
import type {
  ApprovalDoc,
  ChallengeDoc,
  PolicyDoc,
  ProofDoc,
  RestoreAttemptDoc,
  SecondFactorDoc,
  SecurityQuestionsDoc,
  SignInDoc,
  StepUpDoc,
} from './identity-documents.ts';
import { dropFormerIndexes, ensureIndexes } from './indexes.ts';

export interface Collections {
  accounts: Collection<AccountDoc>;
  services: Collection<ServiceDoc>;
  certificates: Collection<CertificateDoc>;
  tokens: Collection<TokenDoc>;
  devices: Collection<DeviceDoc>;
  bindings: Collection<BindingDoc>;
  recoveries: Collection<RecoveryDoc>;
  mails: Collection<MailDoc>;
  letters: Collection<LetterDoc>;
  audit: Collection<AuditDoc>;
  seals: Collection<SealDoc>;
  signIns: Collection<SignInDoc>;
  restoreAttempts: Collection<RestoreAttemptDoc>;
  challenges: Collection<ChallengeDoc>;
  proofs: Collection<ProofDoc>;
  policies: Collection<PolicyDoc>;
  approvals: Collection<ApprovalDoc>;
  stepUps: Collection<StepUpDoc>;
  secondFactors: Collection<SecondFactorDoc>;
  securityQuestions: Collection<SecurityQuestionsDoc>;
}

export interface Database extends Collections {
  client: MongoClient;
  db: Db;
  close(): Promise<void>;
}

/** DB-01. */
const durable = new WriteConcern('majority', undefined, true);

/** Creating an index on a large collection takes its time, once; no request waits for it. */
const setUpTimeoutMs = 120_000;

/**
 * Connects, refuses a MongoDB without transactions (DB-06), and creates the indexes.
 * @param timeoutMs how long any one operation may take: a hung server is told from a slow one
 * @throws Error with one sentence that says what to do
 */
export async function openDatabase(uri: string, name: string, timeoutMs: number): Promise<Database> {
  await setUp(uri, name);
  const client = await connect(uri, timeoutMs);
  const db = client.db(name);
  return { client, db, ...collectionsOf(db), close: () => client.close() };
}

async function setUp(uri: string, name: string): Promise<void> {
  const client = await connect(uri, setUpTimeoutMs);
  try {
    const hello = await client.db('admin').command({ hello: 1 });
    if (hello['setName'] === undefined && hello['msg'] !== 'isdbgrid') {
      throw new Error(
        'This MongoDB has no transactions, because it is neither a replica set nor sharded: start mongod with --replSet and run rs.initiate(), or point MONGODB_URI at a replica set.',
      );
    }
    const db = client.db(name);
    await ensureIndexes(collectionsOf(db), db);
    await dropFormerIndexes(collectionsOf(db));
  } finally {
    await client.close();
  }
}

function connect(uri: string, timeoutMs: number): Promise<MongoClient> {
  return new MongoClient(uri, {
    appName: 'latchkey',
    socketTimeoutMS: timeoutMs,
    waitQueueTimeoutMS: timeoutMs,
    serverSelectionTimeoutMS: Math.min(timeoutMs, 10_000),
    connectTimeoutMS: timeoutMs,
    writeConcern: durable,
    readConcern: { level: 'majority' },
    readPreference: 'primary',
    retryWrites: true,
    // A hung server would take the time limit twice: whoever asked is told to ask again instead.
    retryReads: false,
  }).connect();
}

function collectionsOf(db: Db): Collections {
  return {
    accounts: db.collection('accounts'),
    services: db.collection('services'),
    certificates: db.collection('certificates'),
    tokens: db.collection('tokens'),
    devices: db.collection('devices'),
    bindings: db.collection('bindings'),
    recoveries: db.collection('recoveries'),
    mails: db.collection('mails'),
    letters: db.collection('letters'),
    audit: db.collection('audit'),
    seals: db.collection('seals'),
    signIns: db.collection('signIns'),
    restoreAttempts: db.collection('restoreAttempts'),
    challenges: db.collection('challenges'),
    proofs: db.collection('proofs'),
    policies: db.collection('policies'),
    approvals: db.collection('approvals'),
    stepUps: db.collection('stepUps'),
    secondFactors: db.collection('secondFactors'),
    securityQuestions: db.collection('securityQuestions'),
  };
}

/** One state change: everything in `work` is committed together or not at all. Transient conflicts are tried again by the driver. */
export function inTransaction<T>(database: Database, work: (session: ClientSession) => Promise<T>): Promise<T> {
  return database.client.withSession((session) =>
    session.withTransaction(() => work(session), {
      readConcern: { level: 'snapshot' },
      writeConcern: durable,
    }),
  );
}
