using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.UseCases;

/// <summary>
/// What a database cannot keep as it was typed is refused by name before it gets there: SQLite would take what PostgreSQL
/// refuses.
/// </summary>
internal static class TextLimits
{
    /// <exception cref="RefusedException">A text is too long, or is no text; with all of them.</exception>
    public static void Check(ChangeTracker tracker)
    {
        var problems = tracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified)
            .SelectMany(e => e.Properties)
            .SelectMany(p => TextsOf(p.CurrentValue).SelectMany(text => Assess(p, text)))
            .ToList();
        if (problems.Count > 0)
        {
            throw new RefusedException(Refusal.Invalid, problems);
        }
    }

    private static IEnumerable<Violation> Assess(PropertyEntry property, string text)
    {
        var name = UseCaseTexts.FieldName(property.Metadata.GetColumnName());
        if (property.Metadata.GetMaxLength() is > 0 and var most && text.Length > most)
        {
            yield return Blocking("too-long", name, most, text.Length);
        }

        if (text.Contains('\0', StringComparison.Ordinal) || !IsUnicode(text))
        {
            yield return Blocking("not-text", name);
        }
    }

    private static IEnumerable<string> TextsOf(object? value) => value switch
    {
        string text => [text],
        IEnumerable<string> list => list,
        _ => [],
    };

    // Half of a pair stands for no character and cannot be written as UTF-8.
    private static bool IsUnicode(string text)
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

    private static Violation Blocking(string key, params object?[] arguments) =>
        new(key, Severity.Blocking, UseCaseTexts.Of(key, arguments), [], null);
}
