using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Needs;

namespace StaffPool.Application.Scenarios;

/// <summary>Takes a grouping into the service from a scenario file. There is no grouping to hold rights in yet: the operator does it.</summary>
public sealed partial class GroupingImport(ServiceDatabase database, IScenarioFormat format, TimeProvider clock)
{
    /// <param name="file">The scenario file, UTF-8.</param>
    /// <param name="name">Becomes the code of the grouping: small letters, digits and hyphens.</param>
    /// <param name="by">Who does it, as the audit log names them.</param>
    /// <param name="stop">Gives up; nothing is then imported.</param>
    /// <returns>Identifier of the grouping.</returns>
    /// <exception cref="RefusedException">The file is not valid, or the code is taken; with every problem, and nothing is imported.</exception>
    public async Task<Guid> AddAsync(byte[] file, string name, string by, CancellationToken stop)
    {
        if (!Code().IsMatch(name))
        {
            throw RefusedException.Of(Refusal.Invalid, ImportTexts.Of("import.code", name));
        }

        var rows = format.ToRows(file, name);
        var now = clock.GetUtcNow().UtcDateTime;
        if (rows.PlanInForce is { } plan)
        {
            plan.CreatedAt = now;
            plan.PublishedAt = plan.Status == Data.Planning.PlanStatus.Published ? now : null;
        }

        // Their needs are in the file: they have nothing left to say of them.
        rows.Campaign?.Declarations.AddRange(rows.Sites
            .Where(s => rows.Campaign.Needs.Any(n => n.SiteId == s.Id))
            .Select(s => s.MemberId)
            .Distinct()
            .Select(member => new DeclarationRow { MemberId = member, Status = DeclarationStatus.Confirmed, ChangedAt = now }));
        using var turn = await database.WriteTurnAsync(stop);
        await using var db = database.NewContext();
        db.GroupingId = rows.Grouping.Id;
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: true, stop);
        db.Add(rows.Grouping);
        db.Add(rows.Agreement);
        db.AddRange(rows.Members);
        db.AddRange(rows.Sites);
        db.AddRange(rows.Professions);
        db.AddRange(rows.WorkingTimes);
        db.AddRange(rows.Professionals);
        db.AddRange(rows.Assemblies);
        db.AddRange(new object?[] { rows.Campaign, rows.PlanInForce }.OfType<object>());
        try
        {
            await AuditedSave.RunAsync(db, GetType(), (null, by), rows.Grouping.Id, now, stop);
            await transaction.CommitAsync(stop);
        }
        catch (DbUpdateException failure) when (db.DuplicateKeyOf(failure) is not null)
        {
            throw RefusedException.Of(Refusal.Taken, ImportTexts.Of("import.taken", name));
        }

        return rows.Grouping.Id;
    }

    // It stands in addresses.
    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,59}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
