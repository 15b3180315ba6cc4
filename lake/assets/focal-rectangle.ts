import type {Rectangle} from './image-request.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/**
 * The largest part of a picture that has the shape of `target` and keeps the point in view, as near to its middle as the edges allow.
 *
 * @param size - The picture
 * @param target - The shape that is wanted
 * @param focus - The point, from 0 to 1 on each side
 */
export function focalRectangle(
  size: Size,
  target: Size,
  focus: {readonly x: number; readonly y: number},
): Rectangle {
  const factor = Math.min(size.width / target.width, size.height / target.height)
  const width = clamp(Math.round(target.width * factor), 1, size.width)
  const height = clamp(Math.round(target.height * factor), 1, size.height)
  return {
    left: clamp(Math.round(size.width * focus.x - width / 2), 0, size.width - width),
    top: clamp(Math.round(size.height * focus.y - height / 2), 0, size.height - height),
    width,
    height,
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
