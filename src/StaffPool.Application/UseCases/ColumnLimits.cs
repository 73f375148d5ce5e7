using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.UseCases;

/// <summary>
/// What a column cannot keep as it was typed is refused by name before it gets there: SQLite would take what PostgreSQL
/// refuses.
/// </summary>
internal static class ColumnLimits
{
    /// <exception cref="RefusedException">A text is too long or no text, or a number too fine; with all of them.</exception>
    public static void Hold(ChangeTracker tracker)
    {
        var problems = tracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified)
            .SelectMany(e => e.Properties)
            .SelectMany(p => Assess(p, p.CurrentValue))
            .ToList();
        RefusedException.IfAny(problems);
    }

    private static IEnumerable<Violation> Assess(PropertyEntry property, object? value) => value switch
    {
        string text => OfText(property, text),
        IEnumerable<string> list => list.SelectMany(text => OfText(property, text)),
        decimal number when property.Metadata.GetScale() is { } scale && decimal.Round(number, scale) != number =>
            [Blocking("too-fine", NameOf(property), number, scale)],
        _ => [],
    };

    private static IEnumerable<Violation> OfText(PropertyEntry property, string text)
    {
        // Below zero: no limit.
        if (property.Metadata.GetMaxLength() is > 0 and var most && text.Length > most)
        {
            yield return Blocking("too-long", NameOf(property), most, text.Length);
        }

        if (text.Contains('\0', StringComparison.Ordinal) || !IsUnicode(text))
        {
            yield return Blocking("not-text", NameOf(property));
        }
    }

    // Half of a pair stands for no character and cannot be written as UTF-8.
    public static bool IsUnicode(string text)
    {
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    private static string NameOf(PropertyEntry property) => UseCaseTexts.FieldName(property.Metadata.GetColumnName());

    private static Violation Blocking(string key, params object?[] arguments) =>
        new(key, Severity.Blocking, UseCaseTexts.Of(key, arguments), [], null);
}
