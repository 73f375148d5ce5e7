using StaffPool.Cli;
using StaffPool.Cli.Terminals;

return await new Tool(Composition.Create(), Terminal.OfProcess(), TimeProvider.System).RunAsync(args);
