using System.CommandLine;
using System.Globalization;

namespace StaffPool.Cli.Commands;

/// <summary>Options whose wrong values are refused in our own words: texts <c>option.x</c>, <c>help.value.x</c>, <c>usage.x</c>.</summary>
internal static class ValuedOption
{
    public static Option<T> Of<T>(CliTexts texts, string name, T byDefault, Func<string, object?> parse, string? key = null) => new($"--{name}")
    {
        Description = texts[$"option.{key ?? name}"],
        HelpName = texts[$"help.value.{key ?? name}"],
        DefaultValueFactory = _ => byDefault,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (parse(text) is T value)
            {
                return value;
            }

            result.AddError(texts[$"usage.{key ?? name}", text]);
            return byDefault;
        },
    };

    public static Option<T> Of<T>(CliTexts texts, string name, T byDefault, Func<string, T?> parse)
        where T : struct => Of(texts, name, byDefault, text => (object?)parse(text));

    /// <summary>May be given any number of times; what each says is read once the scenario is known.</summary>
    public static Option<string[]> Repeated(CliTexts texts, string name) => new($"--{name}")
    {
        Description = texts[$"option.{name}"],
        HelpName = texts[$"help.value.{name}"],
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
    };

    /// <inheritdoc cref="Path"/>
    public static Option<bool> Flag(CliTexts texts, string name, string? key = null) =>
        new($"--{name}") { Description = texts[$"option.{key ?? name}"], Arity = ArgumentArity.Zero };

    /// <param name="texts">In the language of the line.</param>
    /// <param name="name">Without its dashes.</param>
    /// <param name="key">Of its texts, where another command has an option of the same name that means something else.</param>
    public static Option<string?> Path(CliTexts texts, string name, string? key = null) =>
        Of(texts, name, (string?)null, text => text.Trim().Length == 0 ? null : text, key);

    public static long? Whole(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
