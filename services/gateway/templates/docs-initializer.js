const ui = window.SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  tryItOutEnabled: true,
  defaultModelsExpandDepth: 0,
  // The landing page's way to sign in: here one is signed in, and may try everything at once.
  onComplete: () => window.location.search === '?sign-in' && document.querySelector('button.authorize').click(),
  oauth2RedirectUrl: `${window.location.origin}/docs/oauth2-redirect.html`,
});
ui.initOAuth({ clientId: 'lianxue-docs', usePkceWithAuthorizationCodeGrant: true });
