const ui = window.SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  tryItOutEnabled: true,
  defaultModelsExpandDepth: 0,
  oauth2RedirectUrl: `${window.location.origin}/docs/oauth2-redirect.html`,
});
ui.initOAuth({ clientId: 'lianxue-docs', usePkceWithAuthorizationCodeGrant: true });
