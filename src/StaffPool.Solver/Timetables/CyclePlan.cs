namespace StaffPool.Solver.Timetables;

/// <summary>Where each person of a piece is on each half-day of the cycle: a promise of theirs, or -1.</summary>
internal sealed class CyclePlan(CyclePiece piece, int[][] at)
{
    public CyclePiece Piece { get; } = piece;

    public int[][] At { get; } = at;

    public static CyclePlan Empty(CyclePiece piece) =>
        new(piece, [.. piece.People.Select(_ => Enumerable.Repeat(CyclePerson.Nowhere, piece.SlotCount).ToArray())]);

    public CyclePlan Copy() => new(Piece, [.. At.Select(a => (int[])a.Clone())]);

    public bool Is(Visitor visitor, int slot) => At[visitor.Person][slot] == visitor.Promise;

    /// <summary>Whether one more visitor on a half-day overfills nothing.</summary>
    public bool HasRoomFor(Visitor visitor, int slot) => Piece.RoomsOf(visitor)
        .All(r => r.Visitors.Count(v => v != visitor && Is(v, slot)) < r.AtOnce);

    public bool KeepsRooms() =>
        Piece.Exclusions.All(r => Enumerable.Range(0, Piece.SlotCount).All(slot => r.Visitors.Count(v => Is(v, slot)) <= r.AtOnce));

    public int TimesHeld(Joint joint) => joint.IsPossible
        ? Enumerable.Range(0, Piece.SlotCount).Count(slot => joint.Visitors.All(v => Is(v, slot)))
        : 0;
}
