using Spectre.Console;

namespace StaffPool.Cli.Terminals;

/// <summary>One look for all tables: words to the left, figures to the right and never cut in two.</summary>
internal static class Tables
{
    private const int BarWidth = 10;

    // Narrower, the bar would cost the names their room.
    private const int RoomForBars = 100;

    public static Style Strong { get; } = new(decoration: Decoration.Bold);

    public static Style Faint { get; } = new(decoration: Decoration.Dim);

    public static Style Good { get; } = new(Color.Green);

    public static Style Doubtful { get; } = new(Color.Yellow);

    public static Style Bad { get; } = new(Color.Red);

    public static Table New() => new Table().Border(TableBorder.Rounded).BorderStyle(Faint);

    public static void WriteTitle(IAnsiConsole console, string text)
    {
        console.WriteLine();
        console.Write(new Rule(Markup.Escape(text)) { Style = Faint }.LeftJustified());
    }

    public static void WriteLine(IAnsiConsole console, int indent, string text, Style? style = null) =>
        console.Write(new Padder(new Text(text, style)).Padding(indent, 0, 0, 0));

    public static TableColumn Words(string header) => new(new Text(header));

    public static TableColumn Figures(string header) => new TableColumn(new Text(header)).RightAligned().NoWrap();

    /// <summary>A share from 0 to 1 as a bar and a percentage.</summary>
    public static Text Share(IAnsiConsole console, decimal share, CliTexts texts)
    {
        var figure = texts.Percent(share).PadLeft(texts.Percent(1).Length);
        var style = share >= 1 ? Good : share >= 0.8m ? Style.Plain : Doubtful;
        return new Text(console.Profile.Width < RoomForBars ? figure : $"{Bar.Of(console, share, BarWidth)} {figure}", style);
    }
}
