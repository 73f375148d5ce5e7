using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace StaffPool.Data.Audit;

/// <summary>How writes are told and sealed.</summary>
public static class AuditTrail
{
    /// <summary>What the first entry of a grouping is chained to.</summary>
    public static readonly string Nothing = new('0', 64);

    private const string Hidden = "•••";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Every row of a grouping that is about to be added, modified or deleted. Long texts (a plan, an agreement) are told
    /// by their hash, secrets by the fact that they changed.
    /// </summary>
    public static IReadOnlyList<ChangedRow> ChangesOf(ChangeTracker tracker) =>
    [
        .. from entry in tracker.Entries()
           where entry.Entity is GroupingOwned or Members.GroupingRow
               && entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
               && entry.Metadata.ClrType.GetCustomAttribute<NotInAuditAttribute>() is null
           let table = entry.Metadata.GetTableName()!
           let id = (Guid)entry.Property("Id").CurrentValue!
           orderby table, id
           select new ChangedRow(table, id, entry.State.ToString(), FieldsOf(entry)),
    ];

    public static string Written(IReadOnlyList<ChangedRow> changes) => JsonSerializer.Serialize(changes, Json);

    /// <exception cref="JsonException">The text is not what <see cref="Written"/> gives.</exception>
    public static IReadOnlyList<ChangedRow> Read(string changes) => JsonSerializer.Deserialize<IReadOnlyList<ChangedRow>>(changes, Json) ?? [];

    /// <summary>The next entry, chained to <paramref name="head"/>.</summary>
    public static AuditEntryRow Seal(AuditHeadRow? head, Guid groupingId, DateTime at, (Guid? Id, string Name) user, string useCase, Guid? subject, string changes)
    {
        var sequence = (head?.Sequence ?? 0) + 1;
        var previous = head?.Hash ?? Nothing;
        var moment = new DateTime(at.Ticks / 10 * 10, DateTimeKind.Utc);
        return new AuditEntryRow
        {
            GroupingId = groupingId,
            Sequence = sequence,
            At = moment,
            UserId = user.Id,
            UserName = user.Name,
            UseCase = useCase,
            SubjectId = subject,
            Changes = changes,
            PreviousHash = previous,
            Hash = Hash(groupingId, sequence, moment, user, useCase, subject, changes, previous),
        };
    }

    /// <summary>First entry that is not what was written, in the order of the log.</summary>
    /// <param name="entries">The log of one grouping, in order.</param>
    /// <param name="head">Its head.</param>
    /// <returns>Null where the whole log is as it was written.</returns>
    public static async Task<AuditBreach?> VerifyAsync(IAsyncEnumerable<AuditEntryRow> entries, AuditHeadRow? head)
    {
        var (sequence, hash) = (0L, Nothing);
        await foreach (var entry in entries)
        {
            var breach = entry switch
            {
                _ when entry.Sequence != sequence + 1 => AuditFault.Missing,
                _ when entry.PreviousHash != hash => AuditFault.Unchained,
                _ when entry.Hash != Hash(entry) => AuditFault.Altered,
                _ => (AuditFault?)null,
            };
            if (breach is { } fault)
            {
                return new AuditBreach(sequence + 1, fault);
            }

            (sequence, hash) = (entry.Sequence, entry.Hash);
        }

        return (head?.Sequence ?? 0) == sequence && (head?.Hash ?? Nothing) == hash ? null : new AuditBreach(sequence + 1, AuditFault.Cut);
    }

    private static string Hash(AuditEntryRow entry) => Hash(
        entry.GroupingId, entry.Sequence, entry.At, (entry.UserId, entry.UserName), entry.UseCase, entry.SubjectId, entry.Changes, entry.PreviousHash);

    // Lengths before texts: no two entries can be written alike.
    private static string Hash(
        Guid groupingId, long sequence, DateTime at, (Guid? Id, string Name) user, string useCase, Guid? subject, string changes, string previous)
    {
        string[] parts =
        [
            previous, groupingId.ToString(), sequence.ToString(CultureInfo.InvariantCulture), at.ToString("O", CultureInfo.InvariantCulture),
            user.Id?.ToString() ?? "", user.Name, useCase, subject?.ToString() ?? "", changes,
        ];
        var text = string.Concat(parts.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Length}:{p}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static SortedDictionary<string, string?[]> FieldsOf(EntityEntry entry)
    {
        var fields = new SortedDictionary<string, string?[]>(StringComparer.Ordinal);
        foreach (var property in entry.Properties.Where(p => !p.Metadata.IsPrimaryKey() && p.Metadata.Name != nameof(GroupingOwned.Version)))
        {
            var before = entry.State == EntityState.Added ? null : property.OriginalValue;
            var after = entry.State == EntityState.Deleted ? null : property.CurrentValue;
            if (entry.State != EntityState.Modified ? (before ?? after) is not null : property.IsModified && !Equals(before, after))
            {
                var isHidden = property.Metadata.PropertyInfo?.GetCustomAttribute<NotInAuditAttribute>() is not null;
                fields[property.Metadata.GetColumnName()] = [Told(before, isHidden), Told(after, isHidden)];
            }
        }

        return fields;
    }

    private static string? Told(object? value, bool isHidden) => value switch
    {
        null => null,
        _ when isHidden => Hidden,
        string { Length: > 400 } text => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
        DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        string text => text,
        System.Collections.IEnumerable list => string.Join(", ", list.Cast<object>()),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}

/// <param name="Table">Table of the row.</param>
/// <param name="Id">Its key inside the grouping.</param>
/// <param name="Change">Added, Modified or Deleted.</param>
/// <param name="Fields">Column: before, after.</param>
public sealed record ChangedRow(string Table, Guid Id, string Change, SortedDictionary<string, string?[]> Fields);

/// <param name="Sequence">Place in the log where it stops being what was written.</param>
/// <param name="Fault">What is wrong there.</param>
public sealed record AuditBreach(long Sequence, AuditFault Fault);

public enum AuditFault
{
    /// <summary>An entry is missing before this place.</summary>
    Missing,

    /// <summary>It does not follow the entry before it.</summary>
    Unchained,

    /// <summary>What it says was changed.</summary>
    Altered,

    /// <summary>The log ends before or after what its head says.</summary>
    Cut,
}
