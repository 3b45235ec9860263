import { describe, expect, test } from 'vitest'
import { isNameless, readPerson } from './ledger-person'

describe('people', () => {
  test.each([
    ['林建国 13580807698', '林建国', '13580807698'],
    ['黄永刚13832594851', '黄永刚', '13832594851'],
    ['郭国栋(18697039803)', '郭国栋', '18697039803'],
    ['黄佳宁\n18922316003', '黄佳宁', '18922316003'],
    ['王建国：138 0000 0000', '王建国', '13800000000'],
    ['13800000000王建国', '王建国', '13800000000'],
    ['李建国，电话：0371-68881234', '李建国', '0371-68881234'],
    ['张 三', '张三', null],
    ['张三 13800000000（微信同号）', '张三', '13800000000'],
    ['张三 13800000000 微信同号', '张三', '13800000000'],
    ['张三（项目部）13800000000', '张三', '13800000000'],
    ['John Smith 13800000000', 'John Smith', '13800000000'],
    ['阿依古丽·买买提 13800000000', '阿依古丽·买买提', '13800000000'],
  ])('%j', (text, name, phone) =>
    expect(readPerson(text)).toMatchObject({ name, phone, phoneOdd: null, unnamed: false, others: false }),
  )
  test('a telephone column of its own', () =>
    expect(readPerson('王建国', '138-0000-0000')).toMatchObject({ name: '王建国', phone: '13800000000' }))
  test('a number too short is named, not stored', () =>
    expect(readPerson('王建国 1380000')).toMatchObject({ phone: null, phoneOdd: '1380000' }))
  test.each([
    ['区委副书记 高振宇', '高振宇', '区委副书记'],
    ['高振宇副区长', '高振宇', '副区长'],
    ['高振宇（副区长）', '高振宇', '副区长'],
    ['副区长孙明', '孙明', '副区长'],
    ['区长 孙明', '孙明', '区长'],
    ['区委常委、副区长孙明', '孙明', '副区长'],
    ['欧阳修远局长', '欧阳修远', '局长'],
    ['孙明同志', '孙明', '同志'],
    ['区工信局 张伟', '张伟', '区工信局'],
    ['区委办公室主任 李明', '李明', '区委办公室主任'],
  ])('a title is no part of a name: %s', (text, name, title) =>
    expect(readPerson(text)).toMatchObject({ name, title, unnamed: false, others: false }),
  )
  test.each([
    '李局长',
    '李副区长',
    '欧阳主任',
    '王总',
    '赵处',
    '局长',
    '区委书记',
    '招商经理',
    '项目经理',
    '区工信局',
    '发改委主任',
    '王',
  ])('%s names nobody', (text) =>
    expect(readPerson(`${text} 13800000000`)).toMatchObject({ name: text, unnamed: true }),
  )
  test('a name that looks a little like a title stays a name', () =>
    expect(readPerson('王科')).toMatchObject({ name: '王科', unnamed: false }))
  test('a number without a name is no person, and is not nothing either', () => {
    expect([readPerson('13800000000'), isNameless('13800000000')]).toEqual([null, true])
    expect([readPerson('', '0371-68881234'), isNameless('', '0371-68881234')]).toEqual([null, true])
    expect([isNameless('无'), isNameless('王建国 13800000000'), isNameless(undefined)]).toEqual([false, false, false])
  })
  test('the first of two people is taken and said to be', () =>
    expect(readPerson('张三13800000000、李四13900000000')).toMatchObject({ name: '张三', others: true }))
})
