// Asks for a flag with OpenFeature's own client; arguments: address, write key, visitor, country.
import { OpenFeature } from '@openfeature/server-sdk';
import { OFREPProvider } from '@openfeature/ofrep-provider';

const [address, writeKey, visitor, country] = process.argv.slice(2);
const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
await OpenFeature.setProviderAndWait(
  new OFREPProvider({ baseUrl: address, headers: [['Authorization', authorization]] }),
);
const client = OpenFeature.getClient();
const context = { targetingKey: visitor, country };
const known = await client.getStringDetails('of-flag', 'none', context);
const unknown = await client.getStringDetails('of-unknown', 'none', context);
console.log(`${known.value} ${known.reason} ${known.variant}`);
console.log(`${unknown.value} ${unknown.errorCode}`);
process.exit(0);
