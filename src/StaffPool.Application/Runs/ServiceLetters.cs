using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Access;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Runs;

namespace StaffPool.Application.Runs;

/// <summary>Letters of the clock: each is noted once it was sent, so that a run that is taken over, or tried again, does not send it twice.</summary>
/// <param name="work">As the service itself.</param>
/// <param name="mail">Takes the letters.</param>
/// <param name="address">For the links in them.</param>
public sealed class ServiceLetters(Work work, IMail mail, IServiceAddress address)
{
    /// <summary>Everybody who has one of the roles.</summary>
    public static async Task<IReadOnlyList<Recipient>> InRolesAsync(WorkScope scope, IReadOnlyList<Role> roles, CancellationToken stop) =>
    [
        .. (await scope.Db.Grants.Where(g => roles.Contains(g.Role) && g.User!.Email != null)
            .Select(g => new Recipient(g.User!.Email!, g.User.DisplayName, g.MemberId)).ToListAsync(stop)).DistinctBy(r => (r.Email, r.MemberId)),
    ];

    /// <summary>Address of a page of a grouping.</summary>
    /// <param name="code">Code of the grouping.</param>
    /// <param name="path">Without a slash before it; empty for its home.</param>
    public Uri LinkTo(string code, string path) => address.Of($"/g/{code}/{path}".TrimEnd('/'));

    /// <param name="useCase">The execution.</param>
    /// <param name="run">The run that sends them.</param>
    /// <param name="letters">One for each recipient.</param>
    /// <returns>How many it sent now.</returns>
    /// <exception cref="LettersLeftException">The server of mail did not take some, after all others were sent: they are tried again.</exception>
    public async Task<int> SendAsync(object useCase, HeldRun run, IEnumerable<Letter> letters)
    {
        var (sent, left) = (0, 0);
        foreach (var letter in letters)
        {
            run.Stop.ThrowIfCancellationRequested();
            run.Cancelled.ThrowIfCancellationRequested();
            var key = $"{run.Address.RunId} {letter.To}";
            if (await work.ReadAsync(useCase, run.GroupingId, scope => scope.Db.SentLetters.AnyAsync(l => l.Key == key, run.Stop), run.Stop))
            {
                continue;
            }

            try
            {
                await mail.SendAsync(letter, run.Stop);
            }
            catch (RefusedException)
            {
                left++;
                continue;
            }

            await work.WriteAsync(
                useCase, run.GroupingId, scope => Task.FromResult(scope.Db.SentLetters.Add(new SentLetterRow { Key = key, SentAt = scope.Now })), CancellationToken.None);
            sent++;
        }

        return left == 0 ? sent : throw new LettersLeftException(left);
    }

    /// <summary>A letter from the texts <c>key.subject</c> and <c>key.body</c>; the first argument of the body is the name of the reader.</summary>
    public static Letter Write(Recipient to, string key, params object?[] arguments) => new(
        to.Email, to.Name, LetterTexts.Of($"{key}.subject", arguments).ToString(), LetterTexts.Of($"{key}.body", [to.Name, .. arguments]).ToString());
}

/// <param name="Email">Address.</param>
/// <param name="Name">As shown to others.</param>
/// <param name="MemberId">Member acted for, or null.</param>
public sealed record Recipient(string Email, string Name, Guid? MemberId);

/// <param name="count">Letters that the server of mail did not take.</param>
public sealed class LettersLeftException(int count) : Exception(FormattableString.Invariant($"{count} letters were not taken."))
{
    public int Count { get; } = count;
}
