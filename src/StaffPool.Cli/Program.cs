using StaffPool.Cli;
using StaffPool.Cli.Terminals;

await using var composition = new Composition();
return await new Tool(composition.UseCases, Terminal.OfProcess(), TimeProvider.System).RunAsync(args);
