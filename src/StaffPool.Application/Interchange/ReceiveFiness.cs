using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Interchange;

/// <summary>
/// Proposes the establishments of a member from the public FINESS file as its sites: kept like a file of sites that was
/// sent, to be seen and confirmed. Those taken before are found again by their FINESS number.
/// </summary>
[Permits(Role.Administrator)]
public sealed class ReceiveFiness(Work work, IFinessFile finess, ITableFormat format) : IUseCase<SentFiness, Added>
{
    private const int MostSites = 500;

    public Task<Added> RunAsync(Guid groupingId, SentFiness request, CancellationToken stop)
    {
        var wanted = Wanted(request.Numbers);
        return work.WriteAsync(
            this,
            groupingId,
            async scope =>
            {
                var member = WorkScope.Found(await scope.Db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == request.MemberId, stop), "not-found.member");
                var found = finess.Read(request.Content, (number, legal) => wanted.Contains(number) || wanted.Contains(legal));
                RefusedException.IfAny(found.Count switch
                {
                    0 => [ExchangeTexts.Blocking("finess.none", string.Join(", ", wanted))],
                    > MostSites => [ExchangeTexts.Blocking("finess.too-many", MostSites, found.Count)],
                    _ => [],
                });
                return await Uploads.KeepAsync(scope, new SentFile($"FINESS {member.Name}.csv", format.ToCsv(SitesOf(member.Name, found))), stop);
            },
            stop);
    }

    private static HashSet<string> Wanted(string numbers)
    {
        var wanted = numbers.Split([',', ';', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        RefusedException.IfAny(wanted.Count == 0
            ? [ExchangeTexts.Blocking("finess.which")]
            : wanted.Where(n => n.Length != 9 || !n.All(char.IsAsciiLetterOrDigit)).Select(n => ExchangeTexts.Blocking("finess.number", n)));
        return wanted;
    }

    private static WrittenSheet SitesOf(string member, IReadOnlyList<FinessEstablishment> found)
    {
        var sheet = Sheet.All.OfType<SitesSheet>().Single();
        string[] columns = ["code", "name", "member", "kind", "insee", "latitude", "longitude"];
        return new WrittenSheet(
            sheet.Title.Here(),
            [.. columns.Select(key => new WrittenColumn(sheet.HeaderOf(sheet.Columns.First(c => c.Key == key)).Here(), null, [], false))],
            found.Select(e => (IReadOnlyList<object?>)
            [
                $"finess-{e.Number.ToLowerInvariant()}", e.Name, member, ChoiceWords.Of(FinessCategories.KindOf(e.Category)).Here(), e.InseeCode,
                Rounded(e.Location?.Latitude), Rounded(e.Location?.Longitude),
            ]));
    }

    // A metre; the file is not surer.
    private static double? Rounded(double? degrees) => degrees is { } exact ? Math.Round(exact, 5) : null;
}

/// <param name="MemberId">Whose sites they are to be.</param>
/// <param name="Numbers">FINESS numbers of establishments or of legal entities, parted by commas or spaces.</param>
/// <param name="Content">The file, or a part of it.</param>
public sealed record SentFiness(Guid MemberId, string Numbers, byte[] Content);
