const asked = new window.URLSearchParams(window.location.search);
const role = asked.get('role');
const described = role === null ? '/openapi.json' : `/openapi.json?role=${encodeURIComponent(role)}`;

const ui = window.SwaggerUIBundle({
  url: described,
  dom_id: '#swagger-ui',
  deepLinking: true,
  docExpansion: role === null ? 'none' : 'list',
  filter: true,
  tryItOutEnabled: true,
  defaultModelsExpandDepth: role === null ? 0 : -1,
  // The landing page's way to sign in: here one is signed in, and may try everything at once.
  onComplete: () => asked.has('sign-in') && window.document.querySelector('button.authorize').click(),
  oauth2RedirectUrl: `${window.location.origin}/docs/oauth2-redirect.html`,
});
ui.initOAuth({ clientId: 'lianxue-docs', usePkceWithAuthorizationCodeGrant: true });
