using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Webhooks;
using StaffPool.Data;
using StaffPool.Data.Audit;

namespace StaffPool.Application.UseCases;

/// <summary>Saves what changed in a transaction, with the entry of the audit log that tells it.</summary>
internal static class AuditedSave
{
    /// <param name="db">With its changes, in a transaction that writes.</param>
    /// <param name="useCase">What was done.</param>
    /// <param name="user">Who did it.</param>
    /// <param name="subject">The aggregate that it is about, or null.</param>
    /// <param name="now">UTC.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="RefusedException">A column cannot hold what it is given.</exception>
    public static async Task RunAsync(
        StaffPoolContext db, Type useCase, (Guid? Id, string Name) user, Guid? subject, DateTime now, CancellationToken stop)
    {
        db.ChangeTracker.DetectChanges();
        await WebhookOutbox.PutAsync(db, now, stop);
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is IVersioned && e.State is EntityState.Added or EntityState.Modified))
        {
            var row = (IVersioned)entry.Entity;
            row.Version = entry.State == EntityState.Added ? 1 : row.Version + 1;
        }

        var changes = AuditTrail.ChangesOf(db.ChangeTracker);
        if (changes.Count == 0)
        {
            return;
        }

        ColumnLimits.Hold(db.ChangeTracker);
        await db.SaveChangesAsync(stop);
        var head = await db.LockAuditHeadAsync(stop);
        var written = AuditTrail.Seal(head, db.GroupingId, now, user, useCase.Name, subject, AuditTrail.Written(changes));
        db.AuditEntries.Add(written);
        if (head is null)
        {
            db.AuditHeads.Add(new AuditHeadRow { GroupingId = db.GroupingId, Sequence = written.Sequence, Hash = written.Hash });
        }
        else
        {
            (head.Sequence, head.Hash) = (written.Sequence, written.Hash);
        }

        await db.SaveChangesAsync(stop);
    }
}
