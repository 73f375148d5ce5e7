namespace StaffPool.Solver.Planning.Patterns;

/// <summary>
/// Chooses the people that a large piece is solved again for, all others kept: those nearest to a place, as many as an
/// engine settles in a second or two. The places are needs that stay unmet more often than not.
/// </summary>
internal sealed class Tile(PatternPiece piece, int seed)
{
    private const int Cells = 250;

    private readonly Random random = new(seed);

    public IReadOnlyCollection<int> Next(PatternState state)
    {
        var reachable = piece.CellDemand.Distinct().ToList();
        var unmet = reachable.Where(d => state.DemandLeft[d] > 0).ToList();
        var among = unmet.Count > 0 && random.Next(2) == 0 ? unmet : reachable;
        var place = piece.Demands[among[random.Next(among.Count)]].Need.Site.Location;
        var people = piece.Piece.Grouping.Professionals;
        var chosen = new List<int>();
        var cells = 0;
        foreach (var p in Enumerable.Range(0, piece.People).OrderBy(p => people[p].Base.Location.GreatCircleMetresTo(place)))
        {
            cells += piece.FirstCell[p + 1] - piece.FirstCell[p];
            if (cells > Cells && chosen.Count > 1)
            {
                break;
            }

            chosen.Add(p);
        }

        return chosen;
    }
}
