// A real OpenID Connect provider for the tests. Its sign-in form is the address /as/<account>: whoever is named there is
// signed in from then on. /tamper/<how> makes it lie in the tokens that it gives. Prints its issuer when it listens.
import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import Provider from 'oidc-provider';
import { decodeJwt, importJWK, SignJWT } from 'jose';

const accounts = {
  known: { email: 'Administrator@exemple.invalid', email_verified: true, name: 'Connue' },
  stranger: { email: 'inconnue@exemple.invalid', email_verified: true, name: 'Inconnue' },
  unverified: { email: 'Administrator@exemple.invalid', email_verified: false, name: 'Non vérifiée' },
};
const newKey = () => ({ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'test' });
const key = newKey();
let account = 'known';
let email;
let tamper = '';

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'staffpool', client_secret: 'un secret: a+encoder%&', redirect_uris: ['http://127.0.0.1/'], response_types: ['code'] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: true,
    cookies: { keys: ['test'] },
    features: { devInteractions: { enabled: false } },
    jwks: { keys: [key] },
    pkce: { required: () => true },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts[id], ...(email && id === 'known' ? { email } : {}) }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  // The service listens on another port in every test.
  provider.Client.prototype.redirectUriAllowed = () => true;
  provider.use(async (ctx, next) => {
    const [, command, value] = ctx.path.split('/');
    if (command === 'as') {
      account = value;
      email = ctx.query.email;
      ctx.status = 204;
    } else if (command === 'tamper') {
      tamper = value ?? '';
      ctx.status = 204;
    } else if (command === 'interaction') {
      await provider.interactionFinished(ctx.req, ctx.res, account === 'nobody' ? { error: 'access_denied' } : { login: { accountId: account } });
      ctx.respond = false;
    } else {
      await next();
      if (tamper && ctx.path === '/token' && ctx.body?.id_token) {
        ctx.body = { ...ctx.body, id_token: await lie(decodeJwt(ctx.body.id_token), tamper) };
      }
    }
  });
  server.on('request', provider.callback());
  console.log(issuer);
});

async function lie(claims, how) {
  const changed = {
    audience: { aud: 'another' },
    nonce: { nonce: 'another' },
    issuer: { iss: 'http://127.0.0.1:1' },
    expired: { exp: Math.floor(Date.now() / 1000) - 3600, iat: Math.floor(Date.now() / 1000) - 7200 },
    key: {},
    subject: { sub: 'another' },
  }[how];
  const signer = await importJWK(how === 'key' ? newKey() : key, 'RS256');
  if (how === 'unsigned') {
    const part = (o) => Buffer.from(JSON.stringify(o)).toString('base64url');
    return `${part({ alg: 'none' })}.${part(claims)}.`;
  }
  return new SignJWT({ ...claims, ...changed }).setProtectedHeader({ alg: 'RS256', kid: 'test' }).sign(signer);
}

process.stdin.on('end', () => process.exit()).resume();
