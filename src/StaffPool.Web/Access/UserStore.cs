using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using StaffPool.Data;
using StaffPool.Data.Access;

namespace StaffPool.Web.Access;

/// <summary>Identity's users in our database, which lets one write at a time where there is one file.</summary>
internal sealed class UserStore(ServiceDatabase database, StaffPoolContext context) : UserOnlyStore<User, StaffPoolContext, Guid>(context)
{
    // Names that Identity gives to the row.
    private const string CodesProvider = "[AspNetUserStore]";
    private const string CodesName = "RecoveryCodes";

    // Ten of them fit in the column.
    private const int KeptBytes = 16;

    public override async Task<IdentityResult> CreateAsync(User user, CancellationToken cancellationToken = default)
    {
        using var turn = await database.WriteTurnAsync(cancellationToken);
        return await base.CreateAsync(user, cancellationToken);
    }

    public override async Task<IdentityResult> UpdateAsync(User user, CancellationToken cancellationToken = default)
    {
        using var turn = await database.WriteTurnAsync(cancellationToken);
        return await base.UpdateAsync(user, cancellationToken);
    }

    // A code is as good as a password: only its hash is kept.
    public override Task ReplaceCodesAsync(User user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(Hash), cancellationToken);

    public override async Task<bool> RedeemCodeAsync(User user, string code, CancellationToken cancellationToken)
    {
        var left = (await GetTokenAsync(user, CodesProvider, CodesName, cancellationToken) ?? "").Split(';').ToList();
        if (!left.Remove(Hash(code)))
        {
            return false;
        }

        await base.ReplaceCodesAsync(user, left, cancellationToken);
        return true;
    }

    private static string Hash(string code) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant())).AsSpan(0, KeptBytes));
}
