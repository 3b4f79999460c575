import { Command } from 'commander';

/** `kembar serve`: the server, as `npm start` runs it. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('Serve the API and the explorer, at HOST and PORT; see .env.example for the settings.')
    .action(async () => {
      const { serve } = await import('../server.js');
      await serve();
    });
}
