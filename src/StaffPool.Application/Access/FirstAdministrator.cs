using StaffPool.Application.UseCases;
using StaffPool.Data;

namespace StaffPool.Application.Access;

/// <summary>How the first person gets in: there is no default password, but a link for whoever holds the terminal.</summary>
public sealed class FirstAdministrator(ServiceDatabase database, UserAccounts accounts, SignInLinks links, TimeProvider clock)
{
    /// <summary>Address of the first administrator, where no other is given.</summary>
    public const string DefaultEmail = "admin@localhost";

    /// <summary>How the audit log calls the service itself.</summary>
    public static string ServiceName => AccessTexts.Of("service").ToString();

    /// <summary>Where nobody can sign in yet: makes an administrator of every grouping, and a link for them.</summary>
    /// <param name="email">Their address.</param>
    /// <param name="always">Whether to make a link for the user of that address even where there are users: for a demonstration on one's own machine.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The token of the link; null where none was made.</returns>
    public async Task<string?> LinkAsync(string email, bool always, CancellationToken stop)
    {
        if (!always && await accounts.AnyAsync(stop))
        {
            return null;
        }

        var user = await accounts.EnsureAsync(email, AccessTexts.Of("first-administrator").ToString(), stop);
        var grant = new GrantAdministrator(new Work(database, new Operator(ServiceName), clock));
        foreach (var grouping in await accounts.GroupingsWithoutAdministratorAsync(stop))
        {
            await grant.RunAsync(grouping, new NewAdministrator(user), stop);
        }

        return await links.CreateAsync(user, stop);
    }
}
