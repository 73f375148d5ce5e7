using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using StaffPool.Data;
using StaffPool.Data.Access;

namespace StaffPool.Web.Access;

/// <summary>Identity's users in our database, which lets one write at a time where there is one file.</summary>
internal sealed class UserStore(ServiceDatabase database, StaffPoolContext context) : UserOnlyStore<User, StaffPoolContext, Guid>(context)
{
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
}
