using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace StaffPool.Documents.Pages;

/// <summary>
/// Writes HTML from interpolated strings: what stands in the source is markup, what comes from a hole is escaped.
/// Names come from files, so a hole never holds markup unless it is of the type <see cref="Markup"/>.
/// </summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder text = new();

    [SuppressMessage("Performance", "CA1822", Justification = "The handler writes into this writer while it is built.")]
    public void Add([InterpolatedStringHandlerArgument("")] ref MarkupHandler markup) => _ = markup;

    /// <summary>Markup that was made by this writer, or a constant of the program.</summary>
    public void Add(Markup markup) => text.Append(markup.Html);

    /// <summary>A piece of markup to be put into a hole of another.</summary>
    public static Markup Of(ref MarkupHandler markup) => new(markup.ToString());

    public override string ToString() => text.ToString();

    /// <summary>For element content and quoted attributes alike.</summary>
    internal static string Escape(string value) =>
        // No-break spaces are in every figure of a French page, and harmless: as references they weigh three times more.
        Encoder.Encode(Printable(value)).Replace("&#xA0;", "\u00A0", StringComparison.Ordinal).Replace("&#x202F;", "\u202F", StringComparison.Ordinal);

    // Accents stay readable in the source.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Control characters are forbidden in HTML even when escaped.</summary>
    private static string Printable(string value) =>
        value.Any(IsForbidden) ? string.Concat(value.Select(c => IsForbidden(c) ? '\uFFFD' : c)) : value;

    private static bool IsForbidden(char c) => (char.IsControl(c) && c is not ('\t' or '\n' or '\r')) || c is '\uFFFE' or '\uFFFF';

    /// <summary>Only what can be escaped for certain may stand in a hole: anything else does not compile.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct MarkupHandler
    {
        private readonly StringBuilder target;

        public MarkupHandler(int literalLength, int formattedCount) => target = new StringBuilder(literalLength + (formattedCount * 16));

        public MarkupHandler(int literalLength, int formattedCount, HtmlWriter writer)
        {
            _ = (literalLength, formattedCount);
            target = writer.text;
        }

        public void AppendLiteral(string markup) => target.Append(markup);

        public void AppendFormatted(string? value) => target.Append(Escape(value ?? ""));

        public void AppendFormatted(Markup value) => target.Append(value.Html);

        /// <summary>A number of the page's machinery; those for the reader come as strings in their language.</summary>
        public void AppendFormatted(int value) => target.Append(CultureInfo.InvariantCulture, $"{value}");

        /// <summary>A coordinate, to a tenth of a pixel.</summary>
        public void AppendFormatted(double value) => target.Append(CultureInfo.InvariantCulture, $"{value:0.#}");

        public override string ToString() => target.ToString();
    }
}

/// <summary>HTML that is safe already; made by <see cref="HtmlWriter.Of"/> only, so that its names are escaped.</summary>
internal readonly record struct Markup(string Html)
{
    public static Markup None { get; } = new("");
}
