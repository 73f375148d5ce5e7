using StaffPool.Domain.Planning;

namespace StaffPool.Solver.Planning.Patterns;

/// <summary>A plan of a piece, cell by cell, with what it leaves of every demand and quota.</summary>
internal sealed class PatternState
{
    private readonly PatternPiece piece;
    private readonly int[] halfDays;
    private readonly int[] demandLeft;
    private readonly int[] quotaLeft;

    public PatternState(PatternPiece piece, AllocationPlan start)
    {
        this.piece = piece;
        halfDays = new int[piece.Cells.Count];
        demandLeft = [.. piece.Asked.Zip(piece.Given, (asked, given) => asked - given)];
        quotaLeft = (int[])piece.Quota.Clone();
        foreach (var (j, cell) in piece.Cells.Index())
        {
            Put(j, start.HalfDaysOf(cell.Professional, cell.Demand.Need));
        }
    }

    public int[] HalfDays => halfDays;

    public int[] DemandLeft => demandLeft;

    public int[] QuotaLeft => quotaLeft;

    public void Put(int j, int amount)
    {
        var d = piece.CellDemand[j];
        demandLeft[d] -= amount - halfDays[j];
        if (quotaLeft[piece.DemandMember[d]] != int.MaxValue)
        {
            quotaLeft[piece.DemandMember[d]] -= amount - halfDays[j];
        }

        halfDays[j] = amount;
    }

    public void Put(int[] all)
    {
        for (var j = 0; j < all.Length; j++)
        {
            Put(j, 0);
        }

        for (var j = 0; j < all.Length; j++)
        {
            Put(j, all[j]);
        }
    }

    public AllocationPlan Plan()
    {
        var free = piece.Cells.Index().ToDictionary(c => c.Item, c => halfDays[c.Index]);
        return new AllocationPlan(
            piece.Piece.Period,
            [.. from cell in piece.Piece.Reach.Cells
                let given = cell.IsPinned ? cell.Most : free.GetValueOrDefault(cell)
                where given > 0
                select new Assignment(cell.Professional, cell.Demand.Need, given)]);
    }
}
