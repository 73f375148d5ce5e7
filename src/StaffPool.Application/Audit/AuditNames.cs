using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Audit;

namespace StaffPool.Application.Audit;

/// <summary>Tells the changes of the log in names instead of keys.</summary>
internal sealed class AuditNames
{
    private readonly Dictionary<string, string> names;

    private AuditNames(Dictionary<string, string> names) => this.names = names;

    /// <summary>The names that things bear now; what is gone keeps its key.</summary>
    public static async Task<AuditNames> ReadAsync(StaffPoolContext db, CancellationToken stop)
    {
        var named = db.Members.Select(m => new { m.Id, m.Name })
            .Concat(db.Sites.Select(s => new { s.Id, s.Name }))
            .Concat(db.Professions.Select(p => new { p.Id, p.Name }))
            .Concat(db.Professionals.Select(p => new { p.Id, p.Name }))
            .Concat(db.Plans.Select(p => new { p.Id, p.Name }));
        return new AuditNames(await named.ToDictionaryAsync(n => n.Id.ToString(), n => n.Name, StringComparer.Ordinal, stop));
    }

    public AuditChange Told(ChangedRow row)
    {
        var table = UseCaseTexts.TableName(row.Table);
        var name = names.GetValueOrDefault(row.Id.ToString()) ?? row.Fields.GetValueOrDefault("name")?.FirstOrDefault(n => n is not null);
        return new AuditChange(
            name is null ? table : $"{table} : {name}",
            row.Change,
            [.. row.Fields.Select(f => new AuditField(UseCaseTexts.FieldName(f.Key), Named(f.Value[0]), Named(f.Value[1])))]);
    }

    private string? Named(string? value) => value is null ? null : names.GetValueOrDefault(value, value);
}
