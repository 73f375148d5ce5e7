using StaffPool.Engines.Native;

// Standard output carries frames; whatever a library prints must not get there.
await using var output = Console.OpenStandardOutput();
await using var input = Console.OpenStandardInput();
Console.SetOut(Console.Error);
// Ctrl-C on a terminal reaches every process of the group: the parent decides what stops, and keeps the best plan.
Console.CancelKeyPress += (_, signal) => signal.Cancel = true;
await new NativeHost(input, output).RunAsync();
