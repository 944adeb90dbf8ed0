// Sends events with the real clients and flushes them; arguments: address, write key, visitor.
import { Analytics } from '@segment/analytics-node';
import Rudder from '@rudderstack/rudder-sdk-node';

const [address, writeKey, visitor] = process.argv.slice(2);
const view = (client) => ({
  anonymousId: visitor,
  event: 'Product Viewed',
  properties: { product_id: `${client}-p`, price: 24.99, currency: 'USD' },
});

const segment = new Analytics({ writeKey, host: address, flushAt: 20 });
segment.on('error', (error) => {
  console.error('segment', error);
  process.exitCode = 1;
});
for (let i = 0; i < 3; i++) {
  segment.track(view('segment'));
}
segment.page({ anonymousId: visitor, name: 'Home' });
segment.screen({ anonymousId: visitor, name: 'Start' });
segment.identify({ anonymousId: visitor, userId: 'clients-c', traits: { plan: 'gold' } });
segment.group({ anonymousId: visitor, groupId: 'g' });
segment.alias({ previousId: visitor, userId: 'clients-c' });
await segment.closeAndFlush();

const RudderAnalytics = Rudder.default ?? Rudder;
const rudder = new RudderAnalytics(writeKey, { dataPlaneUrl: address, flushAt: 20, gzip: true });
for (let i = 0; i < 3; i++) {
  rudder.track(view('rudder'));
}
rudder.page({ anonymousId: visitor, name: 'Home' });
await new Promise((resolve, reject) =>
  rudder.flush((error) => (error ? reject(error) : resolve())),
);
console.log('sent');
process.exit(process.exitCode ?? 0);
