using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.UseCases;

/// <summary>What columns can hold: held before saving, since one database refuses what is too long and the other keeps it.</summary>
internal static class ColumnLimits
{
    // Enough to know which text it is.
    private const int Shown = 40;

    /// <exception cref="RefusedException">A text is too long or a number too fine; with every one.</exception>
    public static void Hold(ChangeTracker tracker)
    {
        var broken = tracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified)
            .SelectMany(e => e.Properties)
            .Select(Broken)
            .OfType<Text>()
            .Select(t => new Violation(t.Key, Severity.Blocking, t, []))
            .ToList();
        if (broken.Count > 0)
        {
            throw new RefusedException(Refusal.Invalid, broken);
        }
    }

    private static Text? Broken(PropertyEntry property)
    {
        var (column, limits) = (UseCaseTexts.FieldName(property.Metadata.GetColumnName()), property.Metadata);
        return property.CurrentValue switch
        {
            // Below zero: no limit.
            string text when limits.GetMaxLength() is > 0 and var most && text.Length > most =>
                UseCaseTexts.Of("too-long", column, text[..Math.Min(Shown, most)], most),
            decimal number when limits.GetScale() is { } scale && decimal.Round(number, scale) != number =>
                UseCaseTexts.Of("too-fine", column, number, scale),
            _ => null,
        };
    }
}
