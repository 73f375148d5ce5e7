using StaffPool.Engines.Native;

// Standard output carries frames; whatever a library prints must not get there.
await using var output = Console.OpenStandardOutput();
await using var input = Console.OpenStandardInput();
Console.SetOut(Console.Error);
await new NativeHost(input, output).RunAsync();
